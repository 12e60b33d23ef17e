/**
 * What a service worker finds round itself, as far as ours uses it. The compiler's own types for it
 * contradict those for pages, and both cannot stand in one project.
 */

export interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LifeEvent {
  readonly request: Request;
  /** What the browser asked for while the worker was starting. */
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

export interface Worker {
  readonly registration: {
    readonly scope: string;
    readonly navigationPreload?: { enable(): Promise<void> };
    unregister(): Promise<boolean>;
  };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(): Promise<readonly { readonly url: string }[]>;
  };
  readonly navigator: {
    readonly onLine: boolean;
    /** Chromium's; elsewhere nothing is known of the line. */
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

/** The worker in whose file this stands. */
export const worker = globalThis as unknown as Worker;
