/** `npm run deploy:nginx`: writes the configuration of nginx for the site that was built last. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxConfig } from '../src/deploy/nginx.ts';
import { hostedSite } from '../src/deploy/site.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { dist as builtSite, root as project } from './lib/project.mjs';

const usage = `npm run deploy:nginx -- --server-name example.org[,www.example.org] [options]
  --root FOLDER        what belongs to the address /, by default /var/www/guarantees; a site that was
                       built with BASE_PATH lies in the folder of that name within it
  --certificate FILE   of the certificate, and
  --key FILE           of its key: with both the site is served by https only
  --no-brotli          for an nginx without the module that sends .br files
  --listen PLACE       instead of the usual ports: 127.0.0.1:8080, say, behind another server
  --dist FOLDER        the built site, by default dist/
  --out FILE           by default deploy/nginx.conf; - prints it`;

await runMain(async () => {
  const { names, root, certificate, key, brotli, listen, folder, out } = readOptions();
  if (!existsSync(join(folder, '_headers'))) {
    throw new Failure(`No built site in "${folder}": run "npm run build" first.`);
  }
  const site = await hostedSite(folder);
  let config = '';
  try {
    config = nginxConfig(
      {
        names,
        root,
        brotli,
        ...(certificate !== undefined && key !== undefined ? { tls: { certificate, key } } : {}),
        ...(listen === undefined ? {} : { listen }),
      },
      site,
    );
  } catch (error) {
    throw new Failure((error as Error).message);
  }
  if (out === '-') {
    process.stdout.write(config);
    return;
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, config);
  console.log(`Written to ${out}.`);
  console.log(`The site belongs into ${join(root, site.base)}.`);
  if (!existsSync(join(folder, 'index.html.br'))) {
    console.log('It is not compressed yet: "npm run precompress" before it is copied.');
  }
  if (brotli) console.log('nginx needs its module brotli_static; without it, use --no-brotli.');
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'server-name': { type: 'string' },
        root: { type: 'string', default: '/var/www/guarantees' },
        certificate: { type: 'string' },
        key: { type: 'string' },
        'no-brotli': { type: 'boolean', default: false },
        listen: { type: 'string' },
        dist: { type: 'string', default: builtSite },
        out: { type: 'string', default: join(project, 'deploy', 'nginx.conf') },
      },
    });
    const { 'server-name': list, certificate, key, listen } = values;
    if (list === undefined || (certificate === undefined) !== (key === undefined)) {
      throw new Failure(usage);
    }
    if (
      listen !== undefined &&
      !/^(?:[\w.-]+:|\[[\da-f:]+\]:|unix:\/[\w./-]+$)?\d*$/i.test(listen)
    ) {
      throw new Failure(`--listen must be a place such as 127.0.0.1:8080, not "${listen}".`);
    }
    return {
      ...{ certificate, key, listen },
      names: list.split(/[\s,]+/).filter((name) => name !== ''),
      root: values.root,
      brotli: !values['no-brotli'],
      folder: resolve(values.dist),
      out: values.out === '-' ? '-' : resolve(values.out),
    };
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
