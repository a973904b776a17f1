import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias: { '~': at('./app'), '#emails': at('./emails'), '#seeds': at('./seeds') } },
  // Chrome 99: the oldest web view still common inside Chinese apps.
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 99 << 16 } } },
  build: { target: 'chrome99', cssMinify: 'lightningcss', sourcemap: false },
  ssr: { external: ['sharp', 'pg', 'graphile-worker', 'pino'] },
  server: { watch: { ignored: ['**/.data/**', '**/build/**', '**/test/**'] } },
})
