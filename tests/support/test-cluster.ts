export const templateDatabase = "desk_template";

/** Of every role in a test cluster, which lives as long as one run and listens on this machine only. */
export const testPassword = "test";

export function urlAs(adminUrl: string, role: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = testPassword;
  url.pathname = `/${database}`;
  return url.href;
}
