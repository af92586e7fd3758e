import { describe, expect, it } from 'vitest';
import { readMatters } from '#api/db/seed/matters.ts';
import { channelOfMatters, createRefusal, emptyForm, fieldOf, MANUAL_SOURCES, openFields, payloadOf, suggestionOf, type TaskForm, titleOf } from '#renderer/features/tasks/task-form.ts';
import { shortTitle } from '#renderer/ui/task-text.ts';
import { itemsOf } from '#shared/domain/matter/matter.ts';
import { CALENDAR_2026, contextOf, createWorld, PARTY } from '#tests/helpers/world.ts';
import { item } from './items.ts';

const TODAY = '2026-11-20';
const matters = new Map(readMatters().map((matter) => [matter.code, matter]));
const rules = contextOf(createWorld(), 'head-one', TODAY);
const usable = [...matters.values()].filter((matter) => matter.channel === 'JC' && matter.claim === 'claimed' && matter.publishedOn !== null);
const unpublished = [...matters.values()].find((matter) => matter.claim === 'claimed' && matter.publishedOn === null)!;

function form(changes: Partial<TaskForm> = {}): TaskForm {
  return {
    ...emptyForm(rules.actor), source: 'complaint', matterCodes: [usable[0]!.code], party: PARTY, title: '示例检查', place: '示例路1号', district: '320500', dueOn: '2026-12-04', ...changes,
  };
}

describe('a new task', () => {
  it('begins with the channel and district of who makes it', () => {
    expect(emptyForm(rules.actor)).toMatchObject({ channel: 'JC', district: '', source: '', urgent: false });
    expect(emptyForm({ ...rules.actor, district: '320506', channel: null })).toMatchObject({ channel: '', district: '320506' });
  });

  it('is not drawn by hand', () => {
    expect(MANUAL_SOURCES).toMatchObject({ complaint: '投诉举报', plan: '监督计划' });
    expect(MANUAL_SOURCES).not.toHaveProperty('random');
  });

  it('is due by the habits of its source, in working days', () => {
    // Friday 20 November 2026: ten working days later is Friday 4 December.
    expect(suggestionOf('complaint', TODAY, CALENDAR_2026)).toEqual({ checkClass: 'single', dueOn: '2026-12-04', note: '建议：投诉举报 10 个工作日，可以改' });
    expect(suggestionOf('warning', '2026-09-29', CALENDAR_2026).dueOn).toBe('2026-10-12');
    expect(suggestionOf('complaint', TODAY, null).dueOn).toBe('2026-12-04');
  });

  it('is named after its object and matters', () => {
    expect(titleOf(form(), matters)).toBe(`${PARTY.name}：${usable[0]!.name}检查`);
    expect(titleOf(form({ matterCodes: [usable[0]!.code, usable[1]!.code] }), matters)).toContain('等 2 个事项');
    expect(titleOf(form({ matterCodes: [] }), matters)).toBe('');
    expect(shortTitle(item('x', { title: `${PARTY.name}：施工许可检查`, partyName: PARTY.name }))).toBe('施工许可检查');
    expect(shortTitle(item('x', { title: '施工许可检查', partyName: PARTY.name }))).toBe('施工许可检查');
  });

  it('takes the channel its matters agree on', () => {
    expect(channelOfMatters([usable[0]!.code], matters)).toBe('JC');
    expect(channelOfMatters([usable[0]!.code, [...matters.values()].find(({ channel }) => channel === 'FDC')!.code], matters)).toBe('');
  });

  it('carries the check items of its matters', () => {
    const payload = payloadOf(form(), matters, TODAY);
    expect(payload?.checklist.map((line) => line.itemId)).toEqual(itemsOf(usable[0]!).map(({ id }) => id));
    expect(createRefusal(form(), matters, rules)).toBeNull();
  });

  it('says at each field what is open, and wants a reason where it is urgent', () => {
    expect(Object.keys(openFields(emptyForm(null), TODAY))).toEqual(['source', 'matterCodes', 'party.name', 'title', 'place', 'channel', 'district', 'dueOn']);
    expect(openFields(form({ urgent: true }), TODAY)).toEqual({ description: expect.stringContaining('紧急') as string });
    expect(openFields(form({ party: { ...PARTY, creditCode: '91320508MA1TEXT06A' } }), TODAY)['party.creditCode']).toContain('第18位应为“X”');
    expect(payloadOf(form({ place: ' ' }), matters, TODAY)).toBeNull();
  });

  it('is refused by the rules at the field they speak of', () => {
    const notPublished = createRefusal(form({ matterCodes: [unpublished.code] }), matters, rules);
    expect([notPublished?.code, notPublished?.article, fieldOf(notPublished)]).toEqual(['MATTER_NOT_PUBLISHED', '国办发〔2024〕54号', 'matterCodes']);
    const late = createRefusal(form({ plannedOn: '2026-12-05' }), matters, rules);
    expect([late?.code, fieldOf(late)]).toEqual(['DATES_OUT_OF_ORDER', 'plannedOn']);
    const past = createRefusal(form({ dueOn: '2026-11-19' }), matters, rules);
    expect(fieldOf(past)).toBe('dueOn');
    const stranger = createRefusal(form(), matters, contextOf(createWorld(), 'admin-one', TODAY));
    expect([stranger?.code, fieldOf(stranger)]).toEqual(['OUT_OF_SCOPE', '']);
  });
});
