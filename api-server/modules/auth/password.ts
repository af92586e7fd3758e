import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default variant) with 19 MiB, 2 passes, 1 lane: OWASP's first recommendation. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash for `account.password_hash`. All accounts use these parameters, so that every check takes the same time. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, PARAMETERS);
}

export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return await verify(passwordHash, password);
}

let decoy: Promise<string> | null = null;

/** Does the work of a check without an account, so that the time of the answer does not tell who exists. Always `false`. */
export async function verifyNobody(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await verifyPassword(await decoy, password);
  return false;
}
