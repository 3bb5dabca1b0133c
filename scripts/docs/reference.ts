import * as z from 'zod';
import type { Contract } from '../../shared/contract';
import { contracts, type FunctionName } from '../../shared/contracts';
import { messages } from '../../shared/messages';
import { orderMachine } from '../../shared/orders/machine';
import { permissions } from '../../shared/permissions';
import { refundMachine } from '../../shared/refunds/machine';

type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  additionalProperties?: unknown;
};

/** The reference page of functions, codes and machines, as Markdown. */
export const referencePage = (
  collections: Record<string, { indexes: { name: string; unique?: boolean }[] }>,
) =>
  [
    '# Reference',
    '',
    'Made from the code by `npm run docs`; a test fails when it is out of date.',
    '',
    '## Functions',
    '',
    'Every function answers `{ok: true, data}` or `{ok: false, code, message, traceId}`. Amounts are fen, moments epoch milliseconds.',
    'Besides its own codes each may answer `INVALID_INPUT`, `NOT_LOGGED_IN`, `NOT_ALLOWED`, `RATE_LIMITED`, `INTERNAL`.',
    '',
    ...(Object.keys(contracts) as FunctionName[]).flatMap(functionSection),
    '## Error codes',
    '',
    '| code | what the user reads |',
    '| --- | --- |',
    ...Object.entries(messages).map(([code, message]) => `| \`${code}\` | ${message} |`),
    '',
    '## Machines',
    '',
    ...diagram('An order', orderMachine.table),
    ...diagram('A refund', refundMachine.table),
    '## Collections',
    '',
    '| collection | indexes |',
    '| --- | --- |',
    ...Object.entries(collections).map(
      ([name, { indexes }]) => `| \`${name}\` | ${indexes.map(indexText).join(', ')} |`,
    ),
    '',
  ].join('\n');

const functionSection = (name: FunctionName): string[] => {
  const contract: Contract = contracts[name];
  const callers = Object.entries(permissions[name]).map(([actor, reach]) => `${actor} (${reach})`);
  return [
    `### ${name}`,
    '',
    contract.summary,
    '',
    `- callers: ${callers.join(', ')}`,
    `- input: \`${describe(z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema)}\``,
    `- data: \`${describe(z.toJSONSchema(contract.output, { io: 'input', unrepresentable: 'any' }) as JsonSchema)}\``,
    ...(contract.errors.length > 0
      ? [`- codes: ${contract.errors.map((code) => `\`${code}\``).join(', ')}`]
      : []),
    '',
  ];
};

const describe = (schema: JsonSchema): string => {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(describe).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const).replaceAll('"', "'");
  if (schema.enum) return schema.enum.map((value) => `'${String(value)}'`).join('|');
  if (schema.items) return `[${describe(schema.items)}]`;
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(
      ([field, value]) =>
        `${field}${schema.required?.includes(field) ? '' : '?'}: ${describe(value)}`,
    );
    return `{${fields.join(', ')}}`;
  }
  return schema.type ?? 'any';
};

const diagram = (
  title: string,
  table: Readonly<Record<string, Readonly<Record<string, string>>>>,
) => [
  `### ${title}`,
  '',
  '```mermaid',
  'stateDiagram-v2',
  ...Object.entries(table).flatMap(([state, row]) =>
    Object.entries(row).map(([event, next]) => `  ${state} --> ${next}: ${event}`),
  ),
  '```',
  '',
];

const indexText = ({ name, unique }: { name: string; unique?: boolean }) =>
  unique ? `${name} (unique)` : name;
