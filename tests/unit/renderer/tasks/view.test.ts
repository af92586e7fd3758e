import { describe, expect, it } from 'vitest';
import { emptyView, filterOf, isFiltered, queryOf, type TaskView, usualOfficer, viewOf } from '#renderer/features/tasks/view.ts';

const TODAY = '2026-11-20';
const FULL: TaskView = {
  view: 'list', officer: 'officer-jc02', states: ['new', 'rectify'], source: 'complaint', channel: 'JC', district: '320506', due: 'near', toApprove: false, text: '石湖', sort: 'planned', month: '2026-12', day: '2026-12-03',
};

describe('the view of tasks', () => {
  it('survives the way through the address', () => {
    expect(viewOf(queryOf(FULL, 'me'), 'me')).toEqual(FULL);
    expect(viewOf(queryOf(emptyView('me'), 'me'), 'me')).toEqual(emptyView('me'));
  });

  it('says nothing in the address of what is usual', () => {
    expect(queryOf(emptyView('me'), 'me')).toEqual({});
    expect(queryOf({ ...emptyView('me'), officer: 'all' }, 'me')).toEqual({ officer: 'all' });
    expect(queryOf({ ...emptyView('all'), officer: 'me' }, 'all')).toEqual({ officer: 'me' });
  });

  it('leaves out what an address does not know', () => {
    expect(viewOf({ view: 'map', officer: '<x>', states: 'new,hack', source: 'spy', channel: '1', district: '1', due: 'soon', toApprove: 'yes', sort: 'size', month: '2026-13', day: '2026-02-30', text: 'a'.repeat(90) }, 'all'))
      .toEqual({ ...emptyView('all'), states: ['new'], text: 'a'.repeat(60) });
  });

  it('begins with one’s own tasks for who inspects, and with everybody’s for who sends others', () => {
    expect([usualOfficer({ roles: ['officer'] }), usualOfficer({ roles: ['officer', 'unit-head'] }), usualOfficer({ roles: ['leader'] }), usualOfficer(null)]).toEqual(['me', 'all', 'all', 'all']);
  });

  it('becomes the worker’s filter', () => {
    expect(filterOf(emptyView('me'), 'officer-jc01', TODAY)).toEqual({ officerId: 'officer-jc01' });
    expect(filterOf(emptyView('all'), 'officer-jc01', TODAY)).toEqual({});
    expect(filterOf(FULL, 'officer-jc01', TODAY)).toEqual({
      states: ['new', 'rectify'], source: 'complaint', channel: 'JC', district: '320506', officerId: 'officer-jc02', dueBefore: '2026-12-01', text: '石湖',
    });
    expect(filterOf({ ...emptyView('me'), due: 'overdue' }, 'officer-jc01', TODAY)).toEqual({ officerId: 'officer-jc01', dueBefore: TODAY });
    expect(filterOf({ ...emptyView('me'), toApprove: true }, 'head-one', TODAY)).toEqual({ approverId: 'head-one' });
  });

  it('is not narrowed by the way of looking at it', () => {
    expect(isFiltered({ ...emptyView('me'), view: 'calendar', month: '2026-12', day: '2026-12-01', sort: 'newest' }, 'me')).toBe(false);
    expect([isFiltered({ ...emptyView('me'), officer: 'all' }, 'me'), isFiltered({ ...emptyView('me'), toApprove: true }, 'me')]).toEqual([true, true]);
  });
});
