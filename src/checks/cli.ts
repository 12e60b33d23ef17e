/** `npm run check:content`: every check of the content, with file and line. Exit code 1 where one fails. */
import { fileURLToPath } from 'node:url';
import { ContentError, formatProblem } from '../ledger/problems.ts';
import { readAllowedWordings, readLedger } from '../ledger/read.ts';
import { checkEvidence } from './evidence.ts';
import { checkProse } from './prose.ts';
import { checkReferences } from './references.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

try {
  const files = readLedger(root);
  const references = checkReferences(files);
  const prose = checkProse(files);
  const evidence = checkEvidence(files, readAllowedWordings(root));
  const problems = [...references, ...prose.problems, ...evidence];
  if (problems.length > 0) throw new ContentError(problems);
  for (const { file, readability } of prose.measured) {
    console.log(`${readability.grade.toFixed(1).padStart(5)}  ${file}`);
  }
  console.log(`School grade of each of ${prose.measured.length} explainers; every check passed.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.problems.map(formatProblem).join('\n'));
  console.error(`\n${error.problems.length} to mend.`);
  process.exitCode = 1;
}
