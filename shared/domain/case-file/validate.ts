import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

/** Validators made on first use; where `eval` is forbidden TypeBox interprets the schema instead of compiling it. */
const validators = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made: Validator = Compile(schema);
  validators.set(schema, made);
  return made;
}

export function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  return validatorOf(schema).Check(value);
}

/** Path of the first member that does not fit, e.g. `/evidence/title`; empty when the whole does not. */
export function firstMisfit(schema: TSchema, value: unknown): string {
  return validatorOf(schema).Errors(value)[0]?.instancePath ?? '';
}
