/** Milliseconds as a clock shows them: `5:12.4`, `1:00:00.0`. */
export function clockText(ms: number): string {
  const tenths = Math.floor(Math.max(0, ms) / 100)
  const [hours, minutes, seconds] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, Math.floor(tenths / 10) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)}.${tenths % 10}`
}
