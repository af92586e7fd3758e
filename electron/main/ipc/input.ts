import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';

/** Whether an input fits its schema and names nothing the schema does not know. */
export function fitsSchema(schema: TSchema, input: unknown): boolean {
  return Check(schema, input) && knownKeys(schema, input);
}

function knownKeys(schema: TSchema, input: unknown): boolean {
  if (!('properties' in schema) || typeof schema.properties !== 'object' || schema.properties === null) return true;
  const known = Object.keys(schema.properties);
  return typeof input === 'object' && input !== null && Object.keys(input).every((key) => known.includes(key));
}
