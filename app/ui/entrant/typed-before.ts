/** A field as the page was sent and as it stands now: what somebody did before the scripts ran shows in the difference. */
const differs = (field: Element): boolean => {
  if (field instanceof HTMLSelectElement) {
    const asSent = [...field.options].findIndex((option) => option.defaultSelected)
    return field.selectedIndex !== Math.max(asSent, 0)
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden' || field.type === 'file') return false
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

/** Names of the fields of a form that were changed before the page’s scripts ran, and that no event will tell of. */
export const typedBefore = (form: HTMLFormElement): string[] =>
  [...form.elements].flatMap((field) => (differs(field) ? [field.getAttribute('name') ?? ''] : []))
