package dev.newsfold.stores.gcs;

import com.google.api.services.storage.model.StorageObject;
import dev.newsfold.stores.StoreFiles;
import dev.newsfold.stores.StoreGlob;
import dev.newsfold.stores.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Input files of Google Cloud Storage. */
final class GcsFiles implements StoreFiles {
  private final GcsClient client;

  GcsFiles(GcsClient client) {
    this.client = client;
  }

  @Override
  public List<StoredFile> list(String address) throws IOException {
    StoreGlob glob = StoreGlob.of(address);
    if (glob != null) {
      return below(GcsName.of(glob.folder()).folder(), glob::matches);
    }
    GcsName name = GcsName.of(address);
    Optional<StorageObject> object =
        name.name().isEmpty() || name.name().endsWith("/") ? Optional.empty() : client.find(name);
    if (object.isPresent()) {
      return List.of(file(name.bucket(), object.get()));
    }
    List<StoredFile> found = below(name.folder(), location -> true);
    if (found.isEmpty()) {
      throw new NoSuchFileException(address);
    }
    return found;
  }

  /** All below a folder; objects whose names end with a slash stand for folders. */
  private List<StoredFile> below(GcsName folder, Predicate<String> wanted) throws IOException {
    List<StoredFile> found = new ArrayList<>();
    client.list(
        folder,
        object -> {
          StoredFile file = file(folder.bucket(), object);
          if (!file.location().endsWith("/") && wanted.test(file.location())) {
            found.add(file);
          }
        });
    found.sort(Comparator.comparing(StoredFile::location));
    return found;
  }

  private static StoredFile file(String bucket, StorageObject object) {
    return new StoredFile(
        new GcsName(bucket, object.getName()).address(),
        object.getSize().longValueExact(),
        object.getTimeCreated().getValue());
  }

  @Override
  public InputStream open(String location, long from) throws IOException {
    return client.open(GcsName.of(location), from);
  }

  @Override
  public long size(String location) throws IOException {
    return client
        .find(GcsName.of(location))
        .orElseThrow(() -> new NoSuchFileException(location))
        .getSize()
        .longValueExact();
  }
}
