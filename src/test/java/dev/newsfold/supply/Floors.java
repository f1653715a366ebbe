package dev.newsfold.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The lowest versions that may be in the jar, and how a bill of materials stands to them. */
final class Floors {
  private Floors() {}

  /** The rows of the committed list: artifact, floor, why. */
  static List<String[]> committed() throws IOException {
    return table("version-floors.tsv");
  }

  /** The rows of what is tolerated within Hadoop's client: artifact, version, why. */
  static List<String[]> tolerated() throws IOException {
    return table("version-floors-tolerated.tsv");
  }

  private static List<String[]> table(String name) throws IOException {
    try (@Nullable InputStream in = Floors.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("artifact\t"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  /** The versions of a bill of materials in CycloneDX's JSON, by {@code group:artifact}. */
  static Map<String, Collection<Version>> versions(byte[] bill) throws IOException {
    Map<String, Collection<Version>> versions = new TreeMap<>();
    for (JsonNode component : new ObjectMapper().readTree(bill).path("components")) {
      versions
          .computeIfAbsent(
              component.path("group").asText() + ':' + component.path("name").asText(),
              name -> new TreeSet<>())
          .add(new Version(component.path("version").asText()));
    }
    return versions;
  }

  /** The versions of what Maven has put into a jar, by what it leaves there of each. */
  static Map<String, Collection<Version>> bundled(Path jar) throws IOException {
    Map<String, Collection<Version>> versions = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().matches("META-INF/maven/.+/pom\\.properties")) {
          Properties pom = new Properties();
          pom.load(zip.getInputStream(entry));
          versions
              .computeIfAbsent(
                  pom.getProperty("groupId") + ':' + pom.getProperty("artifactId"),
                  name -> new TreeSet<>())
              .add(new Version(pom.getProperty("version")));
        }
      }
    }
    return versions;
  }

  /** What in a bill of materials is too old, and which floors stand for nothing in it. */
  static List<String> broken(List<String[]> floors, Map<String, Collection<Version>> bill) {
    List<String> broken = new ArrayList<>();
    for (String[] floor : floors) {
      Collection<Version> versions = bill.getOrDefault(floor[0], List.of());
      if (versions.isEmpty()) {
        broken.add(floor[0] + " is not in the jar; its floor can go");
      }
      for (Version version : versions) {
        if (version.compareTo(new Version(floor[1])) < 0) {
          broken.add(
              floor[0] + ' ' + version.text() + " is older than " + floor[1] + ": " + floor[2]);
        }
      }
    }
    return broken;
  }
}
