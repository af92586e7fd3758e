import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { openOffice, type Office } from './office.ts';
import type { Desk } from './worker.ts';

/** An office that lives by the real clock, with a cable between it and its desks: `desk('jc01', { serverUrl: cable.url })`. */
export interface CabledOffice extends Office {
  readonly cable: FaultProxy;
  /** Ids of the server's cases that begin with `prefix-`. */
  serverCases(prefix: string): Promise<string[]>;
}

export async function openCabledOffice(cases: number): Promise<CabledOffice> {
  const office = await openOffice(cases);
  office.server.clock.now = () => new Date();
  const cable = await startFaultProxy(office.server.url);
  return {
    ...office, cable,
    async serverCases(prefix) {
      const rows = await office.server.db.selectFrom('case_file').select('id').where('id', 'like', `${prefix}-%`).orderBy('id').execute();
      return rows.map((row) => row.id);
    },
    async close() {
      await cable.close();
      await office.close();
    },
  };
}

/** How many cases a desk holds. */
export async function caseTotal(desk: Desk): Promise<number> {
  return (await desk.must('case.list', { filter: {}, sort: 'due', offset: 0, limit: 1 })).total;
}
