// Draws two versions of a diagram and marks what the list says is gone, new or different.

const load = (tag, attributes) => new Promise((done, failed) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.onload = done;
  node.onerror = failed;
  document.head.append(node);
});
const hosts = [...document.querySelectorAll('.release-drawing')];
if (hosts.length) {
  await load('link', { rel: 'stylesheet', href: '/libraries/bpmn-js/assets/diagram-js.css' });
  await load('script', { src: '/libraries/bpmn-js/bpmn-navigated-viewer.production.min.js' });
  const marks = { ADDED: 'release-new', REMOVED: 'release-gone' };
  for (const host of hosts) {
    const box = Object.assign(document.createElement('div'), { className: 'drawing' });
    host.append(box);
    const viewer = new window.BpmnJS({ container: box });
    await viewer.importXML(await (await fetch(host.dataset.drawing)).text());
    const canvas = viewer.get('canvas');
    const known = viewer.get('elementRegistry');
    for (const row of document.querySelectorAll('[data-change]')) {
      const id = row.dataset[host.dataset.side];
      if (id && known.get(id)) { canvas.addMarker(id, marks[row.dataset.change] || 'release-other'); }
    }
    canvas.zoom('fit-viewport');
  }
}
