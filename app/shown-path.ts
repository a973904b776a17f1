/** A path as a log may hold it: without the token that opens an invitation, a tablet, a signature or a file. */
export const shownPath = (path: string): string => path.replace(/(\/(?:invitation|tablet|sign|files)\/)[^/]+/, '$1…')
