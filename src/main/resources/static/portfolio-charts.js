// The pictures of the portfolio, each drawn from its table twin: when gates come, what programs are worth, how gates go.

const rowsOf = (figure) => [...figure.querySelectorAll('table.twin tbody tr')];
const value = (cell) => (cell.dataset.value === undefined || cell.dataset.value === '' ? null : cell.dataset.value);

// a line a program, a diamond a gate; the next gate is filled, a late one amber with its name in the table
function timeline(figure, base, text, token) {
  const rows = rowsOf(figure).map((row) => ({
    code: row.querySelector('th').textContent.trim(), gate: row.cells[1].textContent.trim(),
    day: value(row.cells[2]), state: value(row.cells[3]),
  }));
  const codes = [...new Set(rows.map((row) => row.code))];
  const from = figure.dataset.from;
  figure.querySelector('.plot').style.height = `${70 + 28 * codes.length}px`;
  const colour = { late: '--late', gate: '--accent', next: '--accent', ahead: '--line' };
  return {
    ...base, tooltip: { renderMode: 'richText', trigger: 'item', formatter: (one) => `${one.value[1]}: ${one.data.gate}, ${one.value[0]}` },
    grid: { left: 8, right: 24, top: 30, bottom: 8, containLabel: true },
    xAxis: { type: 'time', position: 'top', min: rows.reduce((least, row) => (row.day < least ? row.day : least), from), max: figure.dataset.until,
      axisLabel: { ...text, hideOverlap: true, formatter: (at) => new Date(at).toLocaleDateString(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, { day: 'numeric', month: 'short' }) },
      splitLine: { show: false }, axisLine: { lineStyle: { color: token('--line') } } },
    yAxis: { type: 'category', data: codes, inverse: true, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { ...text, color: token('--ink'), interval: 0 }, splitLine: { show: true, lineStyle: { color: token('--line') } } },
    series: [{
      type: 'scatter', symbol: 'diamond', symbolSize: 16,
      data: rows.map((row) => ({ value: [row.day, row.code], gate: row.gate,
        itemStyle: { color: row.state === 'ahead' ? token('--card') : token(colour[row.state]), borderColor: row.state === 'ahead' ? token('--soft') : token(colour[row.state]), borderWidth: 2 },
        label: { show: row.state !== 'ahead' && figure.clientWidth > 560, position: 'right', formatter: row.gate, ...text } })),
      labelLayout: { hideOverlap: true },
      markLine: { silent: true, symbol: 'none', lineStyle: { color: token('--soft'), type: 'solid' }, label: { ...text, formatter: figure.dataset.today, position: 'start', distance: 26 }, data: [{ xAxis: from }] },
    }],
  };
}

// further along the journey = deeper; what has ended stands apart. Names stand beside their bubbles, so grey is enough
const STAGES = ['values', 'capabilities', 'maturity', 'roi', 'use-cases', 'operating-model', 'architecture'];

function bubble(figure, base, text, token, short) {
  const rows = rowsOf(figure).map((row) => ({
    code: row.querySelector('th').textContent.trim(), x: Number(value(row.cells[1])), npv: Number(value(row.cells[2])),
    investment: Number(value(row.cells[3])), stage: value(row.cells[4]), words: row.cells[4].textContent.trim(),
  }));
  const most = Math.max(...rows.map((row) => row.investment), 1);
  const risk = figure.dataset.by === 'risk';
  const levels = ['', figure.dataset.low, figure.dataset.medium, figure.dataset.high, ''];
  figure.querySelector('.plot').style.height = '460px';
  // programs of the same risk stand side by side rather than on top of each other
  const seats = new Map();
  rows.sort((one, two) => one.npv - two.npv).forEach((row) => {
    const seat = seats.get(row.x) || 0;
    seats.set(row.x, seat + 1);
    row.at = risk ? row.x + ((seat % 7) - 3) * 0.11 : row.x;
  });
  const groups = [...new Map(rows.map((row) => [row.stage, row.words]))].sort((one, two) => STAGES.indexOf(one[0]) - STAGES.indexOf(two[0]));
  return {
    ...base, tooltip: { renderMode: 'richText', trigger: 'item', formatter: (one) => `${one.data.code}: NPV ${short(one.value[1])}, ${short(one.data.investment)}, ${one.data.words}` },
    legend: { bottom: 0, textStyle: text, type: 'scroll' },
    grid: { left: 8, right: 60, top: 34, bottom: 60, containLabel: true },
    xAxis: { type: 'value', name: figure.dataset.x, nameLocation: 'middle', nameGap: 28, nameTextStyle: text, min: risk ? 0.5 : undefined, max: risk ? 3.5 : undefined, interval: risk ? 0.5 : undefined, scale: !risk,
      axisLabel: { ...text, formatter: risk ? (at) => (Number.isInteger(at) ? levels[at] : '') : undefined }, splitLine: { show: false }, axisLine: { lineStyle: { color: token('--line') } }, axisTick: { show: false } },
    yAxis: { type: 'value', name: figure.dataset.y, nameTextStyle: { ...text, align: 'left' }, axisLabel: { ...text, formatter: short }, splitLine: { lineStyle: { color: token('--line') } } },
    series: groups.map(([stage, words]) => ({
      name: words, type: 'scatter', itemStyle: { color: tone(stage, token), opacity: 0.82, borderColor: token('--card'), borderWidth: 1.5 },
      data: rows.filter((row) => row.stage === stage).map((row) => ({ ...row, value: [row.at, row.npv], symbolSize: 10 + 38 * Math.sqrt(row.investment / most) })),
      label: { show: true, position: 'right', formatter: (one) => one.data.code, ...text, color: token('--ink'), textBorderColor: token('--card'), textBorderWidth: 3 }, labelLayout: { hideOverlap: true },
    })),
  };
}

function tone(stage, token) {
  if (stage === 'STOPPED') { return token('--stop'); }
  if (stage === 'COMPLETED') { return token('--soft'); }
  return echarts.color.lerp(STAGES.indexOf(stage) / (STAGES.length - 1), ['--l1', '--l2', '--l3', '--l4', '--accent'].map(token));
}

// only the rates are drawn; the counts behind them stand in the table
function rates(figure, base, text, token) {
  const heads = [...figure.querySelectorAll('table.twin thead th')];
  const rows = rowsOf(figure);
  const drawn = heads.map((head, at) => ({ head, at })).filter((one) => one.head.dataset.rate);
  const colours = ['--accent', '--late', '--stop', '--l3', '--l4'].map(token);
  const shapes = ['solid', 'dashed', 'dotted', 'dashed', 'solid'];
  const quarter = figure.dataset.part === 'quarter';
  // on a phone the legend takes three lines and the names lean
  const narrow = figure.clientWidth < 560;
  if (narrow) { figure.querySelector('.plot').style.height = '400px'; }
  return {
    ...base, grid: { left: 8, right: quarter && !narrow ? 96 : 16, top: 16, bottom: narrow ? 96 : 40, containLabel: true }, legend: { bottom: 0, textStyle: text },
    xAxis: { type: 'category', data: rows.map((row) => row.cells[0].textContent.trim()), axisTick: { show: false }, axisLine: { lineStyle: { color: token('--line') } }, axisLabel: { ...text, interval: 0, ...(narrow ? { rotate: 55 } : { width: figure.clientWidth / (rows.length + 2), overflow: 'break' }) } },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { ...text, formatter: '{value} %' }, splitLine: { lineStyle: { color: token('--line') } } },
    series: drawn.map((one, at) => ({
      name: one.head.textContent.trim(), type: quarter ? 'line' : 'bar', barMaxWidth: 14, symbolSize: 7,
      itemStyle: { color: colours[at] }, lineStyle: { color: colours[at], width: 2.5, type: shapes[at] },
      data: rows.map((row) => { const rate = value(row.cells[one.at]); return rate === null ? null : Number(rate); }),
    })),
  };
}

export const PORTFOLIO = { timeline, bubble, rates };
