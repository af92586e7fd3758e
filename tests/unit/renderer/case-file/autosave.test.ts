import { describe, expect, it, vi } from 'vitest';
import { createAutosave } from '#renderer/composables/autosave.ts';
import { editField, pendingChanges, receiveValues, resolveConflict, startEdits, type FieldChange } from '#renderer/composables/field-edits.ts';
import { type AppError, AppFailure } from '#shared/contract/result.ts';

describe('field edits', () => {
  const start = startEdits({ facts: '原', phone: '1' });

  it('are changes from what the editor saw to what was typed', () => {
    expect(pendingChanges(editField(start, 'facts', '改'))).toEqual([{ path: 'facts', from: '原', to: '改' }]);
    expect(pendingChanges(editField(editField(start, 'facts', '改'), 'facts', '原'))).toEqual([]);
  });

  it('merge silently with changes of other fields', () => {
    const merged = receiveValues(editField(start, 'facts', '改'), { facts: '原', phone: '2' }, {});
    expect(merged).toEqual({ base: { facts: '原', phone: '2' }, draft: { facts: '改', phone: '2' }, conflicts: {} });
  });

  it('show both values when the same field was changed elsewhere, and send nothing of it meanwhile', () => {
    const merged = receiveValues(editField(start, 'facts', '我的'), { facts: '他的', phone: '1' }, {});
    expect(merged.conflicts).toEqual({ facts: { from: '原', mine: '我的', theirs: '他的' } });
    expect(pendingChanges(merged)).toEqual([]);
  });

  it('take either side of a conflict', () => {
    const merged = receiveValues(editField(start, 'facts', '我的'), { facts: '他的', phone: '1' }, {});
    expect(pendingChanges(resolveConflict(merged, 'facts', 'mine'))).toEqual([{ path: 'facts', from: '他的', to: '我的' }]);
    const theirs = resolveConflict(merged, 'facts', 'theirs');
    expect(theirs.draft['facts']).toBe('他的');
    expect(pendingChanges(theirs)).toEqual([]);
  });

  it('know their own value when it comes back while the typing goes on', () => {
    const typedOn = editField(editField(start, 'facts', '改'), 'facts', '改了又改');
    const merged = receiveValues(typedOn, { facts: '改', phone: '1' }, { facts: '改' });
    expect(merged.conflicts).toEqual({});
    expect(pendingChanges(merged)).toEqual([{ path: 'facts', from: '改', to: '改了又改' }]);
  });

  it('end a conflict when both have become the same', () => {
    const merged = receiveValues(editField(start, 'facts', '我的'), { facts: '他的', phone: '1' }, {});
    expect(receiveValues(merged, { facts: '我的', phone: '1' }, {}).conflicts).toEqual({});
  });
});

/** A store that applies changes as the rules do: value by value, refusing what it is told to refuse. */
function storeOf(values: Record<string, unknown>, refuse: (change: FieldChange) => AppError | null = () => null) {
  const batches: (readonly FieldChange[])[] = [];
  const save = async (changes: readonly FieldChange[]): Promise<Readonly<Record<string, unknown>>> => {
    batches.push(changes);
    await Promise.resolve();
    for (const change of changes) {
      const error = refuse(change);
      if (error !== null) throw new AppFailure(error);
    }
    for (const change of changes) values[change.path] = change.to;
    return { ...values };
  };
  return { values, batches, save };
}

describe('autosave', () => {
  it('saves after a pause, once for all keys', async () => {
    const store = storeOf({ facts: '' });
    const form = createAutosave(store.values, { save: store.save, pause: 5 });
    for (const text of ['一', '一二', '一二三']) form.set('facts', text);
    expect(form.state.value).toBe('dirty');
    await vi.waitFor(() => { expect(form.state.value).toBe('clean'); });
    expect(store.batches).toEqual([[{ path: 'facts', from: '', to: '一二三' }]]);
    expect(form.savedAt.value).not.toBeNull();
  });

  it('saves what was typed during a save as the next one', async () => {
    const store = storeOf({ facts: '' });
    const form = createAutosave({ ...store.values }, { save: store.save, pause: 1000 });
    form.set('facts', '一');
    const saving = form.flush();
    form.set('facts', '一二');
    await saving;
    expect(store.batches).toEqual([[{ path: 'facts', from: '', to: '一' }], [{ path: 'facts', from: '一', to: '一二' }]]);
    expect(form.state.value).toBe('clean');
  });

  it('puts a refusal at its field and saves the other fields', async () => {
    const store = storeOf({ day: '', facts: '' }, (change) => (change.path === 'day' ? { code: 'FIELD_INVALID', message: '不是有效的日期', details: { path: 'day' } } : null));
    const form = createAutosave({ ...store.values }, { save: store.save, pause: 1000 });
    form.set('day', '2026-02-30');
    form.set('facts', '事实');
    await form.flush();
    expect(form.fieldErrors.value).toEqual({ day: '不是有效的日期' });
    expect(store.values).toEqual({ day: '', facts: '事实' });
    expect(form.state.value).toBe('failed');
    form.set('day', '2026-02-28');
    expect(form.fieldErrors.value).toEqual({});
  });

  it('keeps everything typed when saving fails altogether, and retries when asked', async () => {
    let down = true;
    const store = storeOf({ facts: '' }, () => (down ? { code: 'DISK_FULL', message: '磁盘已满' } : null));
    const form = createAutosave({ ...store.values }, { save: store.save, pause: 1000 });
    form.set('facts', '事实');
    await form.flush();
    expect([form.state.value, form.error.value?.code, form.values.value['facts']]).toEqual(['failed', 'DISK_FULL', '事实']);
    down = false;
    await form.retry();
    expect([form.state.value, store.values['facts']]).toEqual(['clean', '事实']);
  });

  it('turns a refusal for another\'s edit into a conflict with both values', async () => {
    const store = storeOf({ facts: '' }, (change) => (change.from === '' ? { code: 'CONFLICT', message: '', details: { path: 'facts', current: '他的' } } : null));
    const form = createAutosave({ ...store.values }, { save: store.save, pause: 1000 });
    form.set('facts', '我的');
    await form.flush();
    expect(form.conflicts.value).toEqual({ facts: { from: '', mine: '我的', theirs: '他的' } });
    await form.resolve('facts', 'mine');
    expect(store.values['facts']).toBe('我的');
  });

  it('undoes the last edit by an edit of its own', async () => {
    const store = storeOf({ facts: '原' });
    const form = createAutosave({ ...store.values }, { save: store.save, pause: 1000 });
    form.set('facts', '改');
    await form.flush();
    await form.undo();
    expect(store.batches.at(-1)).toEqual([{ path: 'facts', from: '改', to: '原' }]);
    expect([form.values.value['facts'], form.canUndo.value]).toEqual(['原', false]);
  });
});
