/** One instance per process, also when a bundle or the development server loads a module twice. */
export function singleton<T>(name: string, make: () => T): T {
  const shelf = globalThis as typeof globalThis & { __jingwei?: Map<string, unknown> }
  shelf.__jingwei ??= new Map()
  if (!shelf.__jingwei.has(name)) shelf.__jingwei.set(name, make())
  return shelf.__jingwei.get(name) as T
}
