/** What a control shows, where its name says more: what stands beside it is not heard with it. @param name begins with it */
export function ShortName({ shown, name }: { shown: string; name: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{name}</span>
    </>
  );
}
