// Loader data arrives as it was returned, dates as dates: the types of useLoaderData have to know it.
import '@remix-run/node'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
