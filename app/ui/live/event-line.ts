const AGAIN_MS = 1_000
/** Two beats of the server and some patience: a line that says nothing for so long is dead, whatever the browser thinks. */
const SILENT_MS = 25_000

/**
 * Follows a stream of server-sent events and opens it anew, for as long as it takes, when it ends, is refused or falls
 * silent. Each new line begins with the state as it is, so nothing is missed for good. Answers how to stop.
 */
export function followLine<State>(
  address: string,
  heard: (state: State) => void,
  connected: (yes: boolean) => void = () => undefined,
): () => void {
  let source: EventSource | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const alive = () => {
    clearTimeout(silence)
    silence = setTimeout(lost, SILENT_MS)
  }
  const lost = () => {
    source?.close()
    source = null
    clearTimeout(silence)
    connected(false)
    clearTimeout(again)
    again = setTimeout(open, AGAIN_MS)
  }
  function open() {
    source?.close()
    source = new EventSource(address)
    alive()
    source.onmessage = (event: MessageEvent<string>) => {
      alive()
      connected(true)
      heard(JSON.parse(event.data) as State)
    }
    source.addEventListener('beat', alive)
    source.onerror = lost
  }
  const now = () => {
    if (!source || source.readyState === EventSource.CLOSED) open()
  }
  addEventListener('online', now)
  open()
  return () => {
    clearTimeout(again)
    clearTimeout(silence)
    removeEventListener('online', now)
    source?.close()
  }
}
