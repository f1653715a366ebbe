/**
 * Beam, thin: one transform a stage, named as verbs.
 *
 * <h2>How a stream is folded by the steps of a batch</h2>
 *
 * <p>A step between articles and stories reduces all values of a key to results ({@link
 * dev.newsfold.flow.Grouping#reduce}). In a batch it does so once. In a stream it is told of
 * changes to the values, round by round, and tells of changes to the results: what it makes of the
 * values before and after ({@code ReduceInRounds}; the idea is that of F. McSherry and others,
 * "Differential dataflow", 2013). Rounds are fixed windows of the time at which captures came,
 * {@code --every} long. Every step of a round is a {@code GroupByKey} in that window, so the
 * watermark says when all of the step before has come, and all steps of a round see the same
 * captures; what a step remembers from round to round is its state in the global window. The
 * watermark is that of the sources' clocks. Nothing can be late to it, since captures are stamped
 * as they come; should it ever be, the runner counts what it drops, and the launcher ends the
 * stream as failed.
 *
 * <p>Pairs are named by key (bands of sketches, headline keys) and compared by article, on as many
 * workers as there are. Edges meet in one task, as ids alone. A second single task, {@link
 * dev.newsfold.flow.CoordinateStories}, gives stories their names and counts windows; it holds a
 * row for each article, and no text and no sketch.
 *
 * <p>An article of which no capture has come for the retention is forgotten, by each step as it
 * hears of it: its story stays as it was told, until all the articles that are connected with it
 * are forgotten as well.
 *
 * <h2>Why a stream's output is right after a failure</h2>
 *
 * <p>Flink restores all state of the last completed checkpoint, sources included, and runs on from
 * there. What happens inside the job is therefore exactly once by itself. What leaves it is not: a
 * firing of the coordinator ({@link dev.newsfold.flow.CoordinateStories}) says what came in a
 * round, and after a failure other captures may come in that round. Hence three rules.
 *
 * <ol>
 *   <li><b>Only what cannot change any more leaves the job.</b> {@link dev.newsfold.flow.WriteLive}
 *       takes batches as stable input: Flink hands them on once the checkpoint that holds them is
 *       complete, and hands on the same batches if it has to start from that checkpoint again. The
 *       same holds for the sums.
 *   <li><b>Writing twice is writing once.</b> A batch becomes one file, whose name is the digest of
 *       its bytes, and whose bytes depend on its records alone. It is written beside its place,
 *       forced to disk and moved there. In turn no two batches may say the same, or one of them
 *       would be lost: what the coordinator says bears the number of its firing, a headline a
 *       revision of its own, a sighting says of which capture it is, and rejections and the
 *       sightings of a capture are let through once, however often it is delivered ({@link
 *       dev.newsfold.flow.SetAsideRepeats}, {@code OncePerCapture}).
 *   <li><b>Publishing twice is publishing once.</b> {@code run.json} is a list that only grows, and
 *       is replaced by one rename under a lock ({@link dev.newsfold.sinks.LivePublication}). A file
 *       that it does not list is none. Once it is long, it hands files to lists of their own, which
 *       never change and which it names; so a rename is still all that publishes.
 * </ol>
 *
 * <p>So a listed file stands for a batch of a completed checkpoint; every batch of a completed
 * checkpoint is listed in the end, since it is handed on again until a later checkpoint says that
 * its committable was; and no batch is listed twice under two names. Revisions are numbers of
 * firings, which are state, so after a failure they go on from the last firing that was stable, and
 * no two firings that anyone has seen share one.
 *
 * <p>A full disk is a failure as any other: nothing is released before its checkpoint is on disk,
 * and what is released is handed on again until it is written. What must never be resumed from is a
 * savepoint older than the newest checkpoint: files of a later one are listed already, and the
 * firings after it would bear their numbers with other content. The launcher refuses it.
 *
 * <h2>Known troubles of the runner, and why they are none here</h2>
 *
 * <ul>
 *   <li>beam#19893, a missing temporary file is no failure to {@code FileIO}: there is none of its
 *       temporary files. A write or move that fails throws, and the batch is handed on again.
 *   <li>Windowed writes that never finalise: what is written is in the global window, where no pane
 *       has to close.
 *   <li>beam#21082, random shard keys: no file's name or content depends on a random key. The only
 *       ones deal out files and messages to workers, before anything is remembered of them.
 *   <li>beam#39991, stable input drops watermark holds: it stands behind the last round only, where
 *       nothing depends on a watermark any more. A stream is ended by cancelling it, never by the
 *       end of its input, since at that end a runner drops what is still on its way. For the same
 *       reason a stream must not be stopped with {@code --drain}.
 *   <li>beam#25975, loss when restored at lower parallelism: the sources never run out of splits,
 *       not even a worker for which there is no partition of a topic; keyed state moves with its
 *       key, and the buffers of stable input are dealt out anew. Tested from two to one and back.
 *   <li>beam#26041, loss or duplicates after a savepoint: bundles are finished before a checkpoint,
 *       so that no output of a bundle is in flight beside it; and a buffer of stable input must not
 *       be used again before its own checkpoint is completed. Beam has one more of them than
 *       checkpoints may be under way, and takes them in turn, also for checkpoints that fail and
 *       savepoints that nobody is told of. The job therefore asks for eight, and as many failures
 *       on end restart it from the last checkpoint first.
 * </ul>
 */
@NullMarked
package dev.newsfold.flow;

import org.jspecify.annotations.NullMarked;
