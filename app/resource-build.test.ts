import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { resourceBuilds } from './resource-build'

const route = (id: string, path: string, parts: object) => [id, { id, path, parentId: 'root', module: parts }]
const page = { default: () => null }
const build = {
  mode: 'production',
  routes: {
    root: { id: 'root', path: '', module: page },
    ...Object.fromEntries([
      route('routes/judge/marks', 'judge/:slug/:stage/marks', { action: () => null }),
      route('routes/judge/desk', 'en?/judge/:slug/:stage/desk', page),
      route('routes/site/work-picture', 'e/:slug/works/:code/:picture', { loader: () => null }),
      route('routes/api/sums', 'sums.json', { loader: () => null }),
    ]),
  },
} as unknown as ServerBuild

test('busy resources answer alone, pages and resources that could be pages do not', () => {
  const builds = resourceBuilds(build)
  expect(builds.map(({ build: { routes } }) => Object.keys(routes))).toEqual([
    ['root', 'routes/judge/marks'],
    ['root', 'routes/api/sums'],
  ])
  expect(builds[0]?.build.mode).toBe('production')
})

test('a path is answered when it has the segments of the route, and only then', () => {
  const [marks, sums] = resourceBuilds(build)
  expect(marks?.paths.test('/judge/puyuan-cup-2026/preliminary/marks')).toBe(true)
  expect(marks?.paths.test('/en/judge/puyuan-cup-2026/preliminary/marks')).toBe(false)
  expect(marks?.paths.test('/judge/puyuan-cup-2026/marks')).toBe(false)
  expect(marks?.paths.test('/judge/a/b/marks/c')).toBe(false)
  expect(sums?.paths.test('/sums.json')).toBe(true)
  expect(sums?.paths.test('/sumsxjson')).toBe(false)
})
