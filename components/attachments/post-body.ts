interface Sending {
  readonly address: string;
  readonly body: XMLHttpRequestBodyInit;
  readonly signal: AbortSignal;
  /** How many bytes are on the other side. */
  readonly tell: (loaded: number, total: number) => void;
}

/** What the desk said; null: it was not reached, or the sending was stopped. */
export type Posted = { readonly status: number; readonly text: string } | null;

/** By XMLHttpRequest, because only that tells how far the sending is. */
export function postBody({ address, body, signal, tell }: Sending): Promise<Posted> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => tell(loaded, total);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    request.onloadend = () => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop);
    request.send(body);
  });
}
