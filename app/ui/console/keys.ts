import { useEffect } from 'react'

/**
 * Presses what carries `data-key` when its key is pressed: a link is followed, a button pressed, a field focused.
 * Nothing happens while a text is being typed or a modifier held.
 */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const { target } = event
      if (
        target instanceof HTMLElement &&
        (target.isContentEditable ||
          /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
          (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)))
      ) {
        if (event.key === 'Escape') target.blur()
        return
      }
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const found = [...document.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset.key === key)
      if (!found) return
      event.preventDefault()
      if (found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement) found.focus()
      else found.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
