import { freePort, launch, type Launch, type Launched } from './servers'

/** The built application on the database of the test file, where nothing of the demo is; this process reads and writes the same rows. */
export async function launchOnTestDatabase({ env, ...given }: Omit<Launch, 'port'> = {}): Promise<Launched> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  return launch({ ...given, port, env: { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: url, ...env } })
}

/** A browser without eyes: sends forms as a page of the site does, keeps cookies between sites, follows no redirect. */
export function formSender() {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return answer
  }
  return {
    cookie,
    get: (url: string, path: string) => fetch(url + path, { redirect: 'manual', headers: { Cookie: cookie() } }),
    post: async (url: string, path: string, form: Record<string, string>) =>
      keep(
        await fetch(url + path, {
          method: 'POST',
          redirect: 'manual',
          headers: { Cookie: cookie(), Origin: url },
          body: new URLSearchParams(form),
        }),
      ),
  }
}
