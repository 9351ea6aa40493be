// Draws each chart from its table twin, with the house's colours; the table stays for whoever prefers it.

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
  if (figures.length === 0) { return; }
  const echarts = await load();
  for (const figure of figures) {
    if (figure.dataset.drawn) { continue; }
    figure.dataset.drawn = 'yes';
    const plot = figure.querySelector('.plot');
    const chart = echarts.init(plot, null, { renderer: 'svg' });
    chart.setOption(options(figure));
    new ResizeObserver(() => chart.resize()).observe(plot);
  }
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
      radar: { indicator: categories.map((name) => ({ name, max: 4, min: 0 })), splitNumber: 4, axisName: text, radius: '62%' },
      series: [{ type: 'radar', data: names.map((name, at) => ({
        name, value: points[at], lineStyle: { type: at === 0 ? 'solid' : 'dashed', width: 2 }, symbolSize: 5,
        areaStyle: at === 0 ? { opacity: 0.12 } : undefined })) }],
    };
  }
  const bar = figure.dataset.type === 'bar';
  const valueAxis = { type: 'value', axisLabel: { ...text, formatter: short }, splitLine: { lineStyle: { color: token('--line') } } };
  const categoryAxis = { type: 'category', data: categories, axisLabel: { ...text, width: 190, overflow: 'truncate' }, axisTick: { show: false }, axisLine: { lineStyle: { color: token('--line') } } };
  if (bar) {
    return {
      ...base, grid: { ...base.grid, right: 60 }, xAxis: valueAxis, yAxis: { ...categoryAxis, inverse: true },
      legend: names.length > 1 ? { bottom: 0, textStyle: text } : undefined,
      series: names.map((name, at) => ({ name, type: 'bar', data: points[at], barMaxWidth: 16,
        label: { show: true, position: 'right', formatter: (one) => short(one.value), ...text } })),
    };
  }
  return {
    ...base, xAxis: categoryAxis, yAxis: valueAxis,
    series: names.map((name, at) => ({ name, type: 'line', data: points[at], symbolSize: 6,
      lineStyle: { width: 2.5, type: at === 0 ? 'solid' : 'dashed' },
      endLabel: { show: true, formatter: name, ...text } })),
  };
}

function short(value) {
  const size = Math.abs(value);
  if (size >= 1e6) { return `${(value / 1e6).toFixed(2)} M`; }
  if (size >= 1e4) { return `${(value / 1e3).toFixed(0)} k`; }
  return String(Math.round(value * 100) / 100);
}
