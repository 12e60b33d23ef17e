/**
 * Starts the worker that keeps visited pages. This much stands in every page, so it is as little as
 * can be and imports nothing. Browsers know workers over https and on the reader's own machine only.
 */

/**
 * Registers the worker when nothing else is likely to be done any more. Where that is not
 * possible or not allowed, the site works as it does without.
 *
 * @param address of the worker; the only one that a policy on script addresses must let through
 */
export function keepPages(address: string): void {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!container) return;
  // Safari has no requestIdleCallback.
  setTimeout(() => void container.register(address).catch(() => 0), 999);
}
