/** The rules of `src/redirects.yaml` as pages see them. */
import text from '../redirects.yaml?raw';
import { parseRedirects } from './redirects.ts';

export const redirects = parseRedirects(text);
