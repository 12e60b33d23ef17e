/** Renders preview images beside the build, so that every core of the machine has work. */
import { parentPort } from 'node:worker_threads';
import type { Card } from './card.ts';
import { drawCard } from './draw.ts';
import { paint } from './paint.ts';

/** One card in, its PNG out. What goes wrong ends the worker, and so reaches the build. */
async function answer(card: Card): Promise<void> {
  parentPort?.postMessage(await paint(drawCard(card)));
}

parentPort?.on('message', (card: Card) => void answer(card));
