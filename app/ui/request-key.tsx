/** The hidden key that makes a form safe to send twice; the loader makes it with newId(). */
export function RequestKey({ value }: { value: string }) {
  return <input type="hidden" name="requestKey" value={value} />
}
