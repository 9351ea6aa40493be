// Draws each chart from its table twin, with the house's colours; the table stays for whoever prefers it.

import { PORTFOLIO } from './portfolio-charts.js';

let library = null;

function load() {
  if (!library) {
    library = new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = '/libraries/echarts/echarts.min.js';
      script.onload = () => done(window.echarts);
      script.onerror = failed;
      document.head.append(script);
    });
  }
  return library;
}

export async function draw(root) {
  const figures = [...root.querySelectorAll('figure.chart:not([data-drawn])')];
  for (const figure of figures.filter((one) => one.dataset.type === 'distribution')) {
    figure.dataset.drawn = 'yes';
    figure.querySelector('.plot').replaceWith(distribution(figure));
  }
  if (figures.every((figure) => figure.dataset.drawn)) { return; }
  const echarts = await load();
  for (const figure of figures) {
    if (figure.dataset.drawn) { continue; }
    figure.dataset.drawn = 'yes';
    const plot = figure.querySelector('.plot');
    if (figure.dataset.type === 'heat') {
      plot.style.height = `${44 + 34 * figure.querySelectorAll('table.twin tbody tr').length}px`;
      const columns = figure.querySelectorAll('table.twin thead th.num').length;
      if (columns > 3) { plot.style.minWidth = `${150 + 84 * columns}px`; }
    }
    const chart = echarts.init(plot, null, { renderer: 'svg' });
    chart.setOption(options(figure));
    new ResizeObserver(() => chart.resize()).observe(plot);
  }
}

// Votes at four levels, a dot each, and the chasm between the second and the third; what follows stands in the table below.
const MIDDLES = [70, 210, 400, 540];

function distribution(figure) {
  const twin = figure.querySelector('table.twin');
  const levels = [...twin.querySelectorAll('thead th.num')].map((cell) => cell.textContent);
  const outcomes = new Map([...figure.closest('section').querySelectorAll('.scroll > table:not(.twin) tbody tr')]
    .map((row) => [row.cells[0].textContent.trim(), row.cells[1].textContent.trim()]));
  const plot = Object.assign(document.createElement('div'), { className: 'distribution-plot' });
  plot.setAttribute('aria-hidden', 'true');
  const heads = drawing(56);
  heads.append(words(140, 16, figure.dataset.before, 'side'), words(470, 16, figure.dataset.beyond, 'side'));
  levels.forEach((level, at) => {
    const head = words(MIDDLES[at], 44, level.slice(0, 1), 'level');
    head.append(Object.assign(shape('tspan', { class: 'word' }), { textContent: level.slice(1) }));
    heads.append(head);
  });
  plot.append(line('', heads, '', ''));
  for (const row of twin.querySelectorAll('tbody tr')) {
    const name = row.querySelector('th').textContent.trim();
    const counts = [...row.querySelectorAll('td')].map((cell) => cell.dataset.value);
    const few = counts.some((count) => count === undefined || count === '');
    const svg = drawing(54);
    svg.append(shape('path', { class: 'chasm', d: 'M305 0V54' }));
    MIDDLES.forEach((middle, at) => svg.append(
      shape('rect', { class: `cell level-${at + 1}`, x: middle - 62, y: 4, width: 124, height: 46, rx: 8 })));
    if (!few) { dots(svg, counts.map(Number)); }
    plot.append(line(name, svg, few ? figure.dataset.tooFew : outcomes.get(name) || '', figure.dataset.accepted));
  }
  return plot;
}

function dots(svg, counts) {
  const many = counts.some((count) => count > 14);
  const [across, step, size] = many ? [13, 9, 3.8] : [7, 16, 6.5];
  counts.forEach((count, at) => {
    for (let i = 0; i < count; i++) {
      svg.append(shape('circle', { class: 'vote', r: size, cx: MIDDLES[at] - (many ? 54 : 48) + (i % across) * step,
        cy: (many ? 11 : 19) + Math.floor(i / across) * (many ? 9 : 17) }));
    }
  });
}

function line(name, svg, outcome, accepted) {
  const head = name === '';
  const row = Object.assign(document.createElement('div'), { className: head ? 'distribution-row distribution-heads' : 'distribution-row' });
  const title = Object.assign(document.createElement(head ? 'span' : 'b'), { textContent: name });
  const said = Object.assign(document.createElement('span'), { className: 'distribution-verdict' });
  const [act, why] = outcome.split(': ');
  if (why) { said.append(Object.assign(document.createElement('span'), { className: `pill${act === accepted ? '' : ' on'}`, textContent: act })); }
  said.append(Object.assign(document.createElement('span'), { className: 'why', textContent: why || outcome }));
  row.append(title, svg, said);
  return row;
}

function drawing(height) { return shape('svg', { viewBox: `0 0 610 ${height}` }); }

function words(x, y, text, name) {
  const at = shape('text', { x, y, class: name });
  at.textContent = text;
  return at;
}

function shape(name, attributes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) { node.setAttribute(key, value); }
  return node;
}

function options(figure) {
  const rows = [...figure.querySelectorAll('table.twin tbody tr')];
  const names = [...figure.querySelectorAll('table.twin thead th.num')].map((cell) => cell.textContent);
  const categories = rows.map((row) => row.querySelector('th').textContent);
  const points = names.map((name, at) => rows.map((row) => {
    const text = row.querySelectorAll('td')[at].dataset.value;
    return text === undefined || text === '' ? null : Number(text);
  }));
  const style = getComputedStyle(figure);
  const token = (name) => style.getPropertyValue(name).trim();
  const colours = [token('--accent'), token('--l4'), token('--late'), token('--l2')];
  const text = { color: token('--soft'), fontFamily: style.fontFamily, fontSize: 13 };
  const base = {
    animation: false, color: colours, textStyle: text,
    tooltip: { renderMode: 'richText', trigger: figure.dataset.type === 'radar' ? 'item' : 'axis' },
    grid: { left: 8, right: 90, top: 16, bottom: 8, containLabel: true },
  };
  if (figure.dataset.type === 'radar') {
    return {
      ...base,
      legend: { bottom: 0, textStyle: text },
      radar: { indicator: categories.map((name) => ({ name: figure.clientWidth < 560 ? stacked(name) : wrapped(name), max: 4, min: 0 })), splitNumber: 4, axisName: { ...text, lineHeight: 17 }, radius: figure.clientWidth < 560 ? '42%' : '68%', center: ['50%', '47%'], splitArea: { show: false }, splitLine: { lineStyle: { color: token('--line') } }, axisLine: { lineStyle: { color: token('--line') } } },
      // the chasm lies between the second and the third ring, where nobody can stand
      series: [{ type: 'radar', data: [...names.map((name, at) => ({
        name, value: points[at], lineStyle: { type: at === 0 ? 'solid' : 'dashed', width: 2 }, symbolSize: 5,
        areaStyle: at === 0 ? { opacity: 0.12 } : undefined })), {
        name: figure.dataset.chasm, value: categories.map(() => 2.5), symbol: 'none', tooltip: { show: false },
        lineStyle: { type: 'dotted', width: 2.5, color: token('--ink') }, itemStyle: { color: token('--ink') } }] }],
    };
  }
  if (PORTFOLIO[figure.dataset.type]) { return PORTFOLIO[figure.dataset.type](figure, base, text, token, short); }
  if (figure.dataset.type === 'heat') { return heat(base, text, token, categories, names, points); }
  const bar = figure.dataset.type === 'bar';
  const valueAxis = { type: 'value', axisLabel: { ...text, formatter: short }, splitLine: { lineStyle: { color: token('--line') } } };
  const categoryAxis = { type: 'category', data: categories, axisLabel: { ...text, width: 190, overflow: 'truncate' }, axisTick: { show: false }, axisLine: { lineStyle: { color: token('--line') } } };
  if (bar) {
    if (names.length === 2 && points[0].every((one, at) => one * points[1][at] <= 0) && points[0].some((one) => one < 0)) {
      return tornado(base, names, points, { ...valueAxis, splitNumber: 4 }, { ...categoryAxis, inverse: true }, text);
    }
    return {
      ...base, grid: { ...base.grid, right: 60, bottom: names.length > 1 ? 34 : 8 }, xAxis: valueAxis, yAxis: { ...categoryAxis, inverse: true },
      legend: names.length > 1 ? { bottom: 0, textStyle: text } : undefined,
      series: names.map((name, at) => ({ name, type: 'bar', data: points[at], barMaxWidth: 16,
        label: { show: true, position: 'right', formatter: (one) => short(one.value), ...text } })),
    };
  }
  return {
    ...base, xAxis: categoryAxis, yAxis: valueAxis,
    series: names.map((name, at) => ({ name, type: 'line', data: points[at], symbolSize: 6,
      lineStyle: { width: 2.5, type: at === 0 ? 'solid' : 'dashed' },
      endLabel: { show: true, formatter: name, distance: 8, padding: [3, 0], ...text }, labelLayout: { moveOverlap: 'shiftY' } })),
  };
}

// long names in two lines, so that a phone shows them whole
function wrapped(name) {
  const middle = name.indexOf(' ', Math.floor(name.length / 2) - 2);
  return name.length > 16 && middle > 0 ? `${name.slice(0, middle)}\n${name.slice(middle + 1)}` : name;
}

// beside a small radar there is room for short lines only
function stacked(name) {
  return name.split(' ').reduce((lines, word) => {
    const last = lines.length - 1;
    return last >= 0 && lines[last].length + word.length < 13 ? [...lines.slice(0, last), `${lines[last]} ${word}`] : [...lines, word];
  }, []).join('\n');
}

// A row a category, a column a series; how deep a cell is coloured only repeats the number in it.
// A row with nothing in it is the finding: its name stands out, its cells stay empty frames.
function heat(base, text, token, categories, names, points) {
  const steps = ['--heat0', '--heat1', '--heat2', '--heat3', '--heat4'].map(token);
  const cells = names.flatMap((name, x) => categories.map((category, y) => {
    const value = points[x][y];
    const step = value === null ? 0 : Math.min(4, Math.ceil(value / 25));
    return {
      value: [x, y, value ?? 0],
      itemStyle: value === null
        ? { color: token('--card'), borderColor: token('--card'), borderWidth: 3 }
        : { color: steps[step], borderColor: token('--card'), borderWidth: 3, borderRadius: 6 },
      label: { formatter: value === null ? '–' : document.documentElement.lang === 'tr' ? `%${value}` : `${value} %`, color: value === null ? token('--soft') : token(step > 3 ? '--on-heat' : '--ink') },
    };
  }));
  const nothing = categories.map((category, y) => points.every((column) => !column[y]));
  return {
    ...base, tooltip: { show: false },
    grid: { left: 8, right: 8, top: 34, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: names, position: 'top', axisTick: { show: false }, axisLine: { show: false }, axisLabel: { ...text, interval: 0, hideOverlap: false } },
    yAxis: { type: 'category', data: categories, inverse: true, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { ...text, color: (name, y) => token(nothing[y] ? '--late' : '--ink') } },
    series: [{ type: 'heatmap', data: cells, silent: true, label: { show: true, ...text } }],
  };
}

// Two opposite ways a figure can go, from the same row, widest first; each number stands outside its bar.
function tornado(base, names, points, valueAxis, categoryAxis, text) {
  const narrow = window.innerWidth < 700;
  const most = Math.max(...points.flat().map(Math.abs)) * (narrow ? 2.2 : 1.15);
  return {
    ...base, grid: { left: 8, right: 12, top: 34, bottom: 8, containLabel: true },
    xAxis: { ...valueAxis, axisLabel: { show: false }, splitLine: { show: false }, min: -most, max: most },
    yAxis: { ...categoryAxis, axisLine: { show: false }, axisLabel: { ...text, interval: 0, formatter: (name) => (narrow ? name.replace(/ \(.*\)$/, '') : name), fontSize: narrow ? 11 : 13, lineHeight: 14, width: narrow ? 100 : 330, overflow: 'break' } },
    legend: { top: 0, textStyle: text },
    series: names.map((name, at) => ({ name, type: 'bar', barGap: '-100%', barMaxWidth: 20,
      data: points[at].map((value) => ({ value, label: { position: value < 0 ? 'left' : 'right' } })),
      label: { show: true, formatter: (one) => short(one.value), ...text } })),
  };
}

function short(value) {
  const size = Math.abs(value);
  const language = document.documentElement.lang || 'en';
  if (language !== 'en') {
    return new Intl.NumberFormat(language, size >= 1e4 ? { notation: 'compact', maximumFractionDigits: size >= 1e6 ? 2 : 0 } : { maximumFractionDigits: 2 }).format(value);
  }
  if (size >= 1e6) { return `${(value / 1e6).toFixed(2)} M`; }
  if (size >= 1e4) { return `${(value / 1e3).toFixed(0)} k`; }
  return String(Math.round(value * 100) / 100);
}
