// Writes src/api/schema.d.ts from the committed OpenAPI document; with --check it only compares.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL(process.env.YANZHI_OPENAPI ?? '../../openapi/api.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const head = '// Generated from openapi/api.json by `npm run api`. Do not edit.\n\n';

/** The client goes by path, so the names of operations are of no use in the types. */
async function withoutOperationNames() {
  const description = JSON.parse(await readFile(document, 'utf8'));
  for (const path of Object.values(description.paths)) {
    for (const operation of Object.values(path)) delete operation.operationId;
  }
  return description;
}

const types =
  head + astToString(await openapiTS(await withoutOperationNames(), { alphabetize: true }));
if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== types) {
    console.error('src/api/schema.d.ts is not what openapi/api.json says: run `npm run api`.');
    process.exit(1);
  }
} else {
  await writeFile(target, types);
}
