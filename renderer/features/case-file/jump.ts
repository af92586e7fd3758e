/** Shows a field of the case and puts the cursor into it; a field that is not on the page leaves things as they are. */
export function jumpToField(path: string): void {
  const field = document.getElementById(`field-${path}`);
  if (field === null) return;
  field.scrollIntoView({ block: 'center' });
  field.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
}

/** Shows a section and goes on from there with Tab; no field is entered, since a date would open its calendar. */
export function jumpToSection(anchor: string): void {
  const section = document.getElementById(anchor);
  if (section === null) return;
  section.tabIndex = -1;
  section.scrollIntoView({ block: 'start' });
  section.focus({ preventScroll: true });
}
