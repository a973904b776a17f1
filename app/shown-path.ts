/** A path as a log may hold it: without the token that opens an invitation, a tablet or a file. */
export const shownPath = (path: string): string => path.replace(/(\/(?:invitation|tablet|files)\/)[^/]+/, '$1…')
