/** `npm run addresses`: records the addresses of the built site that are not recorded yet. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  formatAddresses,
  lacking,
  parseAddresses,
  recordFile,
  together,
} from '../src/addresses/record.ts';
import { addressesOf } from '../tests/site/lib/addresses.ts';
import { readSite } from '../tests/site/lib/site.ts';
import { root } from './lib/project.mjs';

const file = join(root, recordFile);
const recorded = parseAddresses(existsSync(file) ? readFileSync(file, 'utf8') : '');
const found = addressesOf(readSite());
const added = lacking(found, recorded);
writeFileSync(file, formatAddresses(together(recorded, found)));
for (const address of added) console.log(`+ ${address === '' ? './' : address}`);
console.log(`${added.length} new addresses in ${recordFile}; none was removed.`);
