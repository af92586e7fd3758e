import Type from 'typebox';

/** The endpoints of the configuration kept in dated versions; part of the table in `contract.ts`. */

const Text = Type.String({ maxLength: 500 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Key = Type.String({ minLength: 1, maxLength: 64 });

/**
 * `draft`: its author's; `submitted`: waits for a second person; `published`: in force from its day on, and on its way to
 * the desktops; `withdrawn`: taken back by the author, sent back by the reviewer, or published and taken back before its day.
 */
export const CONFIG_STATUSES = { draft: '草稿', submitted: '待审核', published: '已发布', withdrawn: '已撤回' } as const;
export type ConfigStatus = keyof typeof CONFIG_STATUSES;
const Status = Type.Enum(Object.keys(CONFIG_STATUSES) as [ConfigStatus, ...ConfigStatus[]]);

const Person = Type.Object({ id: Text, name: Text });
const VersionSchema = Type.Object({
  id: Type.Integer(),
  kind: Text,
  key: Text,
  version: Type.Integer(),
  effectiveFrom: Day,
  /** Of the kind's schema. */
  body: Type.Unknown(),
  status: Status,
  /** Why it is proposed. */
  note: Text,
  author: Person,
  proposedAt: Text,
  reviewer: Type.Union([Person, Type.Null()]),
  reviewedAt: Type.Union([Text, Type.Null()]),
  opinion: Text,
});

const Id = Type.Integer({ minimum: 1 });
const Answer = Type.Object({ id: Type.Integer(), version: Type.Integer(), status: Status });

export const CONFIG_ENDPOINTS = {
  configVersions: {
    method: 'GET', path: '/api/admin/configs', access: 'admin', input: Type.Object({ kind: Key }),
    output: Type.Object({ today: Day, versions: Type.Array(VersionSchema) }),
    summary: 'Every version of a kind of configuration, the newest first',
  },
  proposeConfig: {
    method: 'POST', path: '/api/admin/configs', access: 'admin',
    input: Type.Object({ kind: Key, key: Key, effectiveFrom: Day, body: Type.Unknown(), note: Type.String({ minLength: 1, maxLength: 500 }), submit: Type.Boolean() }),
    output: Answer,
    summary: 'Keeps a new version as a draft, or hands it to a second person; a refusal names what the law forbids',
  },
  submitConfig: {
    method: 'POST', path: '/api/admin/configs/submit', access: 'admin', input: Type.Object({ id: Id }), output: Answer,
    summary: 'Hands the own draft to a second person',
  },
  reviewConfig: {
    method: 'POST', path: '/api/admin/configs/review', access: 'admin',
    input: Type.Object({ id: Id, agrees: Type.Boolean(), opinion: Type.String({ maxLength: 500 }) }), output: Answer,
    summary: 'A second person publishes a submitted version, or sends it back with an opinion',
  },
  withdrawConfig: {
    method: 'POST', path: '/api/admin/configs/withdraw', access: 'admin', input: Type.Object({ id: Id }), output: Answer,
    summary: 'The author takes back what is not published; anybody what is published but not yet in force',
  },
} as const;
