/**
 * The worker that ends all workers: published in place of the other where an operator sets
 * OFFLINE=off. Browsers that have the other one find it at the next visit; it forgets what was
 * stored, and then itself. See docs/offline.md.
 */
import { isOwnCache } from './names.ts';
import { worker } from './scope.ts';

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forget().finally(() => worker.registration.unregister()));
});

async function forget(): Promise<void> {
  const base = new URL(worker.registration.scope).pathname;
  const names = (await caches.keys()).filter((name) => isOwnCache(name, base));
  await Promise.all(names.map((name) => caches.delete(name)));
}
