package dev.newsfold.aggregate;

import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Drift;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Placement;
import dev.newsfold.records.Story;
import dev.newsfold.records.StreamProgress;
import java.util.List;

/**
 * What a firing of a stream has to say: everything that has changed since the one before, under one
 * revision.
 *
 * @param placements articles that are new, have another capture, or another place; and those that
 *     are forgotten
 * @param stories that are new, changed or withdrawn
 * @param copies who copied whom, where that is new, changed or withdrawn
 * @param aggregates rows that are new, changed or withdrawn
 * @param late articles that are too late, or no more
 * @param ledger rows that are new or changed
 * @param drift how often sites fill fields, where that is new, changed or withdrawn
 * @param progress the sums
 */
public record StreamUpdate(
    List<Placement> placements,
    List<Story> stories,
    List<Copy> copies,
    List<DailyAggregate> aggregates,
    List<Late> late,
    List<InputFile> ledger,
    List<Drift> drift,
    StreamProgress progress) {}
