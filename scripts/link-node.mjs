// @ts-check
/** After `npm ci`: mends the link to the Node that came as a package, where npm left it out. */
import { linkNode } from './lib/install.mjs';
import { root } from './lib/project.mjs';

linkNode(root);
