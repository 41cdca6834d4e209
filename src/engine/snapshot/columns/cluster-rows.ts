/** Rows put together by a number each has. */
export type Clusters = {
  /** The row ids, cluster after cluster, each in the order it was given in. */
  readonly ids: Uint32Array<ArrayBuffer>;
  /** By cluster: where it starts in `ids`; one more entry for the end. A cluster may be empty. */
  readonly starts: Uint32Array<ArrayBuffer>;
};

/** What clusters were split into. */
export type Parts = {
  /** By part: the cluster it is of. */
  readonly clusters: Uint32Array<ArrayBuffer>;
  /** By part: the number its rows share. */
  readonly numbers: Uint32Array<ArrayBuffer>;
};

/**
 * Puts rows together by their cluster (counting sort).
 *
 * @param ids row ids
 * @param clusters by position in `ids`: the row's cluster, below `count`
 */
export function clusterRows(ids: Uint32Array, clusters: Uint32Array, count: number): Clusters {
  const starts = new Uint32Array(count + 1);
  for (let index = 0; index < clusters.length; index += 1) {
    const next = clusters[index]! + 1;
    starts[next]! += 1;
  }
  for (let cluster = 1; cluster <= count; cluster += 1) {
    starts[cluster]! += starts[cluster - 1]!;
  }
  const to = starts.slice();
  const clustered = new Uint32Array(ids.length);
  for (let index = 0; index < ids.length; index += 1) {
    const cluster = clusters[index]!;
    const at = to[cluster]!;
    clustered[at] = ids[index]!;
    to[cluster] = at + 1;
  }
  return { ids: clustered, starts };
}

/**
 * Splits clusters by a number each row has; the parts are numbered from 0, cluster after cluster.
 *
 * @param numbers by position in the clusters' `ids`: a number below `places`; afterwards the part the row is in
 */
export function splitClusters(starts: Uint32Array, numbers: Uint32Array, places: number): Parts {
  // By number: 1 + the last part that was made for it. A part that was made before the present cluster began belongs to
  // another cluster, so nothing has to be cleared between two clusters.
  const lastPart = new Uint32Array(places);
  // There are at most so many parts. Memory that is not written to is not taken from the system.
  const clusterOf = new Uint32Array(numbers.length);
  const numberOf = new Uint32Array(numbers.length);
  let parts = 0;
  for (let cluster = 0; cluster < starts.length - 1; cluster += 1) {
    const before = parts;
    const end = starts[cluster + 1]!;
    for (let index = starts[cluster]!; index < end; index += 1) {
      const number = numbers[index]!;
      if (lastPart[number]! <= before) {
        clusterOf[parts] = cluster;
        numberOf[parts] = number;
        parts += 1;
        lastPart[number] = parts;
      }
      numbers[index] = lastPart[number]! - 1;
    }
  }
  return { clusters: clusterOf.slice(0, parts), numbers: numberOf.slice(0, parts) };
}
