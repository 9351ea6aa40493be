// Hosts a task's fragment on a page of its own.
import { mountOnPage } from './host.js';

for (const node of document.querySelectorAll('.waymark-host[data-task]')) {
  mountOnPage(node);
}
