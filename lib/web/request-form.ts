/** The form in the body of a request; null when there is none that can be read. */
export async function requestForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}
