declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to Vite's own
  interface ImportMetaEnv {
    /** The build writes both, see `vite.config.ts`. */
    readonly LICENSE_LENS_VERSION: string;
    readonly LICENSE_LENS_COMMIT: string;
  }
}

/** The version and the commit that the page was built from. The commit is empty where the build did not know it. */
export const BUILT = {
  version: import.meta.env.LICENSE_LENS_VERSION,
  commit: import.meta.env.LICENSE_LENS_COMMIT,
} as const;
