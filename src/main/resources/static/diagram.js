// Shows the journey and the stage in flight as drawn, with what is passed and what waits marked by shape and colour.

const place = document.querySelector('.diagram[data-program]');
if (place) {
  const load = (tag, attributes) => new Promise((done, failed) => {
    const node = Object.assign(document.createElement(tag), attributes);
    node.onload = done;
    node.onerror = failed;
    document.head.append(node);
  });
  await load('link', { rel: 'stylesheet', href: '/libraries/bpmn-js/assets/diagram-js.css' });
  await load('script', { src: '/libraries/bpmn-js/bpmn-navigated-viewer.production.min.js' });
  const positions = await (await fetch(`/programs/${place.dataset.program}/positions`)).json();
  for (const position of positions) {
    const box = document.createElement('div');
    box.className = 'drawing';
    place.append(box);
    const viewer = new window.BpmnJS({ container: box });
    await viewer.importXML(await (await fetch(`/diagrams/${position.diagram}`)).text());
    const canvas = viewer.get('canvas');
    const known = viewer.get('elementRegistry');
    for (const id of position.passed) { if (known.get(id)) { canvas.addMarker(id, 'passed'); } }
    for (const id of position.waiting) {
      const element = known.get(id.replace('#multiInstanceBody', ''));
      if (element) { canvas.addMarker(element.id, 'waiting'); }
    }
    canvas.zoom('fit-viewport');
  }
}
