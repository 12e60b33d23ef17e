/** The QR code that leads from a printed page back to it. */
import type { APIRoute } from 'astro';
import { absolute, addressesOf } from '../../../../i18n/addresses.ts';
import { qrCode } from '../../../../share/qr.ts';
import { recordFilePaths, type RecordPage } from '../../../../share/records.ts';

export const getStaticPaths = recordFilePaths;

export const GET: APIRoute<{ record: RecordPage }> = ({ props: { record } }) =>
  new Response(qrCode(absolute(addressesOf(record.language).record(record.section, record.slug))));
