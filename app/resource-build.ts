import type { ServerBuild } from '@remix-run/node'

/** Folders of routes whose resources are asked for all day long, and whose addresses no page could have. */
const BUSY = ['routes/judge/', 'routes/api/']

/** A build that holds one resource alone, and the paths it answers. */
export interface ResourceBuild {
  paths: RegExp
  build: ServerBuild
}

/**
 * The busiest resources, each as a build of its own: the router flattens, ranks and compiles every route it knows for
 * every request (a third of a mark's processor time with a hundred routes). Everything else goes to the whole build.
 */
export function resourceBuilds(build: ServerBuild): ResourceBuild[] {
  const { root, ...routes } = build.routes
  return Object.values(routes).flatMap((route) => {
    if (!root || !route?.path || route.parentId !== root.id || route.module.default || !BUSY.some((folder) => route.id.startsWith(folder)))
      return []
    return [{ paths: pathsOf(route.path), build: { ...build, routes: { root, [route.id]: route } } }]
  })
}

/** `judge/:slug/marks` → /^\/judge\/[^/]+\/marks$/ */
const pathsOf = (path: string) => new RegExp(`^/${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}$`)
