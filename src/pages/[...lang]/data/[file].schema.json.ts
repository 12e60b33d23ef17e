/** What each file of data holds, as a JSON Schema. */
import type { APIRoute } from 'astro';
import { schemaResponse } from '../../../data/files.ts';
import { dataFiles, type DataFile } from '../../../data/schemas.ts';
import type { Edition } from '../../../i18n/languages.ts';
import { editionPaths } from '../../../i18n/paths.ts';

export const getStaticPaths = () =>
  editionPaths().flatMap(({ params, props }) =>
    dataFiles.map((file) => ({ params: { ...params, file }, props: { ...props, file } })),
  );

export const GET: APIRoute<{ language: Edition; file: DataFile }> = ({ props }) =>
  schemaResponse(props.file, props.language);
