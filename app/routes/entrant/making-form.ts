/** What a form about making a work says: how many pieces come, or that the place is given up; null for anything else. */
export function readMakingAnswer(form: FormData): { confirmed: { garments: number; swatches: number } } | 'withdrawn' | null {
  const count = (name: string) => {
    const text = String(form.get(name) ?? '').trim()
    return /^\d{1,3}$/.test(text) ? Number(text) : -1
  }
  if (form.get('intent') === 'confirm') return { confirmed: { garments: count('garments'), swatches: count('swatches') } }
  return form.get('intent') === 'withdraw' && form.get('sure') === 'yes' ? 'withdrawn' : null
}
