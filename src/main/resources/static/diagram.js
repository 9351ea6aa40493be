// Shows the journey and the stage in flight as drawn, with what is passed and what waits marked by shape and colour.

const host = document.querySelector('.diagram[data-program]');
if (host) {
  const load = (tag, attributes) => new Promise((done, failed) => {
    const node = Object.assign(document.createElement(tag), attributes);
    node.onload = done;
    node.onerror = failed;
    document.head.append(node);
  });
  await load('link', { rel: 'stylesheet', href: '/libraries/bpmn-js/assets/diagram-js.css' });
  await load('script', { src: '/libraries/bpmn-js/bpmn-navigated-viewer.production.min.js' });
  const positions = await (await fetch(`/programs/${host.dataset.program}/positions`)).json();
  for (const position of positions) {
    const box = document.createElement('div');
    box.className = 'drawing';
    host.append(box);
    const viewer = new window.BpmnJS({ container: box });
    await viewer.importXML(await (await fetch(`/diagrams/${position.diagram}`)).text());
    const canvas = viewer.get('canvas');
    const known = viewer.get('elementRegistry');
    const reasons = new Map();
    for (const id of position.passed) { if (known.get(id)) { canvas.addMarker(id, 'passed'); } }
    for (const id of position.waiting) {
      const element = known.get(id.replace('#multiInstanceBody', ''));
      if (element) { canvas.addMarker(element.id, 'waiting'); }
      const why = element && document.querySelector(`[data-wait="${position.diagram}/${element.id}"]`);
      if (why) { reasons.set(element, say(box, why.querySelector('span:last-child').textContent)); }
    }
    canvas.zoom('fit-viewport');
    const beside = () => reasons.forEach((words, element) => place(words, known.getGraphics(element), box, position.diagram === 'journey'));
    viewer.get('eventBus').on('canvas.viewbox.changed', beside);
    beside();
  }
}

// Why it waits, beside what waits: by our own hand, because the viewer's overlays need styles that are not let in.
function say(box, text) {
  const words = Object.assign(document.createElement('div'), { className: 'eng-why', textContent: text });
  words.setAttribute('aria-hidden', 'true'); // the list above says the same
  box.append(words);
  return words;
}

function place(words, drawn, box, above) {
  const frame = box.getBoundingClientRect();
  const shape = drawn.getBoundingClientRect();
  words.style.left = `${Math.max(4, Math.min(shape.left - frame.left, frame.width - words.offsetWidth - 4))}px`;
  words.style.top = `${Math.max(4, Math.min(above ? shape.top - frame.top - words.offsetHeight - 6 : shape.bottom - frame.top + 6, frame.height - words.offsetHeight - 4))}px`;
}
