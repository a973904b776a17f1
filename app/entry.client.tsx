import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { makeI18n } from './i18n/i18n'
import { langOf } from './i18n/language'

// Only pages that ask for it (handle.hydrate) load this file; their messages come with the page.
const messages = JSON.parse(document.getElementById('messages')?.textContent ?? '{}') as Record<string, Record<string, string>>
const i18n = makeI18n(langOf(location.href), messages)

/**
 * Remix suspends its first render until the page's data is decoded. A key pressed in that moment makes React 18
 * render at once, find the root suspended and give up (its error 345), and the page would stay without autosave. So
 * the decoding is begun and waited for first: it is what Remix throws.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (pending) {
    await pending
  }
}

void dataDecoded().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>,
    )
  }),
)
